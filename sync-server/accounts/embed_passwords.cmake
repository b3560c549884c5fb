# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the word lists of DIR as sorted C++ arrays into OUT.
function(words NAME FILE)
  file(STRINGS "${DIR}/${FILE}" lines REGEX "^[^#]")
  list(REMOVE_DUPLICATES lines)
  list(SORT lines COMPARE STRING)
  set(text "")
  foreach(line IN LISTS lines)
    string(APPEND text "    \"${line}\",\n")
  endforeach()
  set(result "constexpr std::string_view ${NAME}[] = {\n${text}};\n" PARENT_SCOPE)
endfunction()
words(kWhole whole.txt)
set(whole "${result}")
words(kStems stems.txt)
set(stems "${result}")
file(WRITE "${OUT}" "#include \"common_passwords.hpp\"\n\nnamespace foyer::server {\nnamespace {\n\n${whole}\n${stems}\n}  // namespace\n
std::span<const std::string_view> commonPasswords() { return kWhole; }
std::span<const std::string_view> commonStems() { return kStems; }\n\n}  // namespace foyer::server\n")
