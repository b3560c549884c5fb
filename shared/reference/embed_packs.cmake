# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DDIR=… -DOUT=… -P embed_packs.cmake: the packs as C++.
set(code "#include \"embedded.hpp\"\n\nnamespace foyer::reference::embedded {\n")
foreach(pack countries nationalities cities languages talent_types skills)
  file(READ "${DIR}/${pack}.tsv" text)
  string(APPEND code "std::string_view ${pack}() {\n  return R\"foyer_pack(${text})foyer_pack\";\n}\n")
endforeach()
file(WRITE "${OUT}" "${code}}  // namespace foyer::reference::embedded\n")
