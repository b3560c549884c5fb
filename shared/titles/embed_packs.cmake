# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DDIR=… -DOUT=… -P embed_packs.cmake: the built-in packs as C++.
file(READ "${DIR}/titles.tsv" titles)
file(READ "${DIR}/genres.tsv" genres)
file(WRITE "${OUT}" "#include \"titles/pack.hpp\"

namespace foyer::titles {
std::string_view builtInTitles() {
  return R\"foyer_pack(${titles})foyer_pack\";
}
std::string_view builtInGenres() {
  return R\"foyer_pack(${genres})foyer_pack\";
}
}  // namespace foyer::titles
")
