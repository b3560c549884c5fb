// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.hpp"

namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Field kAuthorFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 255},
    {.id = 2, .name = "email", .max = 255, .pattern = "email", .sensitivity = kPersonal},
    {.id = 3, .name = "bio", .merge = M::text, .max = kNote},
};

inline constexpr Words kSessionStates = {"pending", "running", "paused", "done", "failed"};
inline constexpr Field kImportSessionFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 255},
    {.id = 2, .name = "source_label", .max = 1024},
    {.id = 3, .name = "description", .merge = M::text, .max = kNote},
    {.id = 4, .name = "status", .type = T::enumeration, .required = true, .values = kSessionStates},
    {.id = 5, .name = "device_id", .type = T::id, .merge = M::fixed},
    {.id = 6, .name = "total_files", .type = T::integer, .min = 0, .max = 10'000'000},
    {.id = 7, .name = "processed_files", .type = T::integer, .min = 0, .max = 10'000'000},
    {.id = 8, .name = "known_files", .type = T::integer, .min = 0, .max = 10'000'000},
    {.id = 9, .name = "damaged_files", .type = T::integer, .min = 0, .max = 10'000'000},
    {.id = 10, .name = "started_at", .type = T::time, .min = 0, .max = kSafeMax},
    {.id = 11, .name = "finished_at", .type = T::time, .min = 0, .max = kSafeMax},
};

inline constexpr Words kPicks = {"none", "pick", "reject"};
inline constexpr Field kPhotoFields[] = {
    {.id = 1, .name = "hothash", .type = T::hash, .merge = M::fixed, .required = true},
    {.id = 2, .name = "title", .max = 255},
    {.id = 3, .name = "description", .merge = M::text, .max = kNote},
    {.id = 4, .name = "tags", .type = T::textSet, .merge = M::set, .max = 64, .maxItems = 100},
    {.id = 5, .name = "rating", .type = T::integer, .min = 0, .max = 5},
    {.id = 6, .name = "taken_at", .type = T::zoned},
    {.id = 7, .name = "position", .type = T::point, .sensitivity = kPersonal},
    {.id = 8, .name = "author", .type = T::ref, .target = "authors"},
    {.id = 9, .name = "hotpreview", .type = T::bytes, .merge = M::fixed, .max = kPreviewBytes},
    {.id = 10, .name = "preview_profile", .type = T::integer, .merge = M::fixed, .min = 1, .max = 1000},
    {.id = 11, .name = "perceptual_hash", .max = 16, .pattern = "phash"},
    {.id = 12, .name = "width", .type = T::integer, .min = 1, .max = 1'000'000},
    {.id = 13, .name = "height", .type = T::integer, .min = 1, .max = 1'000'000},
    {.id = 14, .name = "camera", .max = 255},
    {.id = 15, .name = "place", .max = 255, .sensitivity = kPersonal},
    {.id = 16, .name = "pick", .type = T::enumeration, .values = kPicks},
    {.id = 17, .name = "favourite", .type = T::boolean},
};
inline constexpr std::string_view kPhotoKey[] = {"hothash"};

inline constexpr Words kFileKinds = {"jpeg", "png", "heic", "webp", "tiff", "raw", "psd", "video", "sidecar", "other"};
inline constexpr Words kFileRoles = {"master", "variant"};
inline constexpr Words kBlobStates = {"missing", "stored", "verified"};
inline constexpr Field kImageFileFields[] = {
    {.id = 1, .name = "photo", .type = T::ref, .required = true, .target = "photos"},
    {.id = 2, .name = "sha256", .type = T::hash, .merge = M::fixed, .required = true},
    {.id = 3, .name = "filename", .required = true, .max = 255},
    {.id = 4, .name = "file_size", .type = T::integer, .merge = M::fixed, .required = true, .min = 0, .max = kSafeMax},
    {.id = 5, .name = "mime", .merge = M::fixed, .max = 100, .pattern = "mime"},
    {.id = 6, .name = "kind", .type = T::enumeration, .required = true, .values = kFileKinds},
    {.id = 7, .name = "role", .type = T::enumeration, .values = kFileRoles},
    {.id = 8, .name = "hotpreview", .type = T::bytes, .merge = M::fixed, .max = kPreviewBytes},
    {.id = 9, .name = "perceptual_hash", .max = 16, .pattern = "phash"},
    {.id = 10, .name = "exif", .type = T::json, .max = 65'536, .sensitivity = kPersonal},
    {.id = 11, .name = "import_session", .type = T::ref, .target = "import_sessions"},
    {.id = 12, .name = "imported_at", .type = T::time, .min = 0, .max = kSafeMax},
    {.id = 13, .name = "imported_info", .type = T::json, .max = 4096},
    {.id = 14, .name = "device_id", .type = T::id},
    {.id = 15, .name = "blob_state", .type = T::enumeration, .merge = M::server, .values = kBlobStates, .writer = W::server},
    {.id = 16, .name = "cloud_storage_info", .type = T::json, .merge = M::server, .max = 4096, .writer = W::server},
};
inline constexpr std::string_view kImageFileKey[] = {"sha256"};

inline constexpr Words kAlbumSorts = {"taken_at", "added", "manual"};
inline constexpr Field kAlbumFields[] = {
    {.id = 1, .name = "name", .required = true, .max = 255},
    {.id = 2, .name = "description", .merge = M::text, .max = kNote},
    {.id = 3, .name = "cover", .type = T::ref, .target = "photos"},
    {.id = 4, .name = "sort", .type = T::enumeration, .values = kAlbumSorts},
};
inline constexpr Field kAlbumItemFields[] = {
    {.id = 1, .name = "album", .type = T::ref, .merge = M::fixed, .required = true, .target = "albums"},
    {.id = 2, .name = "photo", .type = T::ref, .merge = M::fixed, .required = true, .target = "photos"},
    {.id = 3, .name = "order_key", .max = 100, .pattern = "order_key"},
    {.id = 4, .name = "added_by", .type = T::id, .merge = M::fixed},
};
inline constexpr std::string_view kAlbumItemKey[] = {"album", "photo"};

inline constexpr Collection kPhotos[] = {
    {.id = 110, .name = "authors", .scopes = kPersonOrFamily, .fields = kAuthorFields},
    {.id = 111, .name = "import_sessions", .scopes = kPersonOrFamily, .fields = kImportSessionFields},
    {.id = 112, .name = "photos", .scopes = kPersonOrFamily, .fields = kPhotoFields, .key = kPhotoKey},
    {.id = 113, .name = "image_files", .scopes = kPersonOrFamily, .fields = kImageFileFields, .parent = "photo", .key = kImageFileKey},
    {.id = 114, .name = "albums", .scopes = kPersonOrFamily, .fields = kAlbumFields},
    {.id = 115, .name = "album_items", .scopes = kPersonOrFamily, .fields = kAlbumItemFields, .parent = "album", .key = kAlbumItemKey},
};

}  // namespace foyer::schema::level1
