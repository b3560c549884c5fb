# SPDX-License-Identifier: GPL-3.0-or-later
# Icons, fonts and translations as Qt resources of foyer_ui.

set(assets "${PROJECT_SOURCE_DIR}/assets")

file(GLOB icons CONFIGURE_DEPENDS "${assets}/icons/*.svg")
qt_add_resources(foyer_ui ui_icons PREFIX /foyer/icons BASE "${assets}/icons" FILES ${icons})
qt_add_resources(foyer_ui ui_logo PREFIX /foyer BASE "${assets}" FILES "${assets}/logo.svg")

# Only the cuts that LOOK uses, straight out of the Debian packages: fonts-inter, fonts-jetbrains-mono,
# fonts-noto-core (other scripts), fonts-bebas-neue and fonts-ebgaramond (posters).
set(fonts
  opentype/inter/Inter-Regular.otf opentype/inter/Inter-Medium.otf opentype/inter/Inter-SemiBold.otf
  opentype/inter/Inter-Bold.otf opentype/inter/InterDisplay-SemiBold.otf opentype/inter/InterDisplay-Bold.otf
  truetype/jetbrains-mono/JetBrainsMono-Medium.ttf truetype/jetbrains-mono/JetBrainsMono-SemiBold.ttf
  truetype/noto/NotoSans-Regular.ttf
  opentype/bebas-neue/BebasNeue-Bold.otf opentype/ebgaramond/EBGaramond12-Italic.otf)
set(FOYER_FONT_ROOT "/usr/share/fonts" CACHE PATH "Where the font packages put their files")
file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/fonts")
set(font_files)
foreach(font ${fonts})
  if(NOT EXISTS "${FOYER_FONT_ROOT}/${font}")
    message(FATAL_ERROR "${FOYER_FONT_ROOT}/${font} is missing: run ./dev setup")
  endif()
  get_filename_component(name "${font}" NAME)
  file(COPY_FILE "${FOYER_FONT_ROOT}/${font}" "${CMAKE_CURRENT_BINARY_DIR}/fonts/${name}" ONLY_IF_DIFFERENT)
  list(APPEND font_files "${CMAKE_CURRENT_BINARY_DIR}/fonts/${name}")
endforeach()
qt_add_resources(foyer_ui ui_fonts PREFIX /foyer/fonts BASE "${CMAKE_CURRENT_BINARY_DIR}/fonts" FILES ${font_files})

# One translation file per language, over all rooms; assets/translations/update reads the texts.
set(qm_files)
foreach(language en fr)
  set(qm "${CMAKE_CURRENT_BINARY_DIR}/i18n/foyer_${language}.qm")
  add_custom_command(OUTPUT "${qm}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_CURRENT_BINARY_DIR}/i18n"
    COMMAND Qt6::lrelease -silent "${assets}/translations/foyer_${language}.ts" -qm "${qm}"
    DEPENDS "${assets}/translations/foyer_${language}.ts" VERBATIM)
  list(APPEND qm_files "${qm}")
endforeach()
qt_add_resources(foyer_ui ui_i18n PREFIX /foyer/i18n BASE "${CMAKE_CURRENT_BINARY_DIR}/i18n" FILES ${qm_files})
add_custom_target(update_translations COMMAND "${CMAKE_COMMAND}" -E env "LUPDATE=$<TARGET_FILE:Qt6::lupdate>"
  "${assets}/translations/update" VERBATIM)
