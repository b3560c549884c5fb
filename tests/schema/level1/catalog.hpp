// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.hpp"

// Reference data and titles: written by the server's packs, read by everybody.
namespace foyer::schema::level1 {
// A table, one line per field.
// clang-format off

inline constexpr Field kCountryFields[] = {
    {.id = 1, .name = "code", .merge = M::server, .required = true, .max = 2, .pattern = "country_code", .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 100, .writer = W::server},
    {.id = 3, .name = "name_fr", .merge = M::server, .max = 100, .writer = W::server},
    {.id = 4, .name = "flag", .merge = M::server, .max = 8, .writer = W::server},
    {.id = 5, .name = "dial_code", .merge = M::server, .max = 8, .writer = W::server},
    {.id = 6, .name = "currency", .merge = M::server, .max = 3, .pattern = "currency", .writer = W::server},
};
inline constexpr Field kCityFields[] = {
    {.id = 1, .name = "country", .type = T::ref, .merge = M::server, .required = true, .target = "countries", .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 100, .writer = W::server},
    {.id = 3, .name = "ascii_name", .merge = M::server, .max = 100, .writer = W::server},
    {.id = 4, .name = "position", .type = T::point, .merge = M::server, .writer = W::server},
    {.id = 5, .name = "population", .type = T::integer, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr Field kNationalityFields[] = {
    {.id = 1, .name = "code", .merge = M::server, .required = true, .max = 2, .pattern = "country_code", .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 100, .writer = W::server},
    {.id = 3, .name = "name_fr", .merge = M::server, .max = 100, .writer = W::server},
    {.id = 4, .name = "flag", .merge = M::server, .max = 8, .writer = W::server},
};
inline constexpr Field kWordFields[] = {
    {.id = 1, .name = "code", .merge = M::server, .required = true, .max = 50, .pattern = "slug", .writer = W::server},
    {.id = 2, .name = "name", .merge = M::server, .required = true, .max = 100, .writer = W::server},
    {.id = 3, .name = "name_fr", .merge = M::server, .max = 100, .writer = W::server},
    {.id = 4, .name = "category", .merge = M::server, .max = 50, .pattern = "slug", .writer = W::server},
};
inline constexpr std::string_view kCodeKey[] = {"code"};
inline constexpr std::string_view kCityKey[] = {"country", "name"};

inline constexpr Field kTitleFields[] = {
    {.id = 1, .name = "kind", .type = T::enumeration, .merge = M::server, .required = true, .values = kTitleKinds, .writer = W::server},
    {.id = 2, .name = "title", .merge = M::server, .required = true, .max = 255, .writer = W::server},
    {.id = 3, .name = "original_title", .merge = M::server, .max = 255, .writer = W::server},
    {.id = 4, .name = "description", .merge = M::server, .max = kNote, .writer = W::server},
    {.id = 5, .name = "year", .type = T::integer, .merge = M::server, .min = 1870, .max = 2200, .writer = W::server},
    {.id = 6, .name = "release_date", .type = T::date, .merge = M::server, .writer = W::server},
    {.id = 7, .name = "end_year", .type = T::integer, .merge = M::server, .min = 1870, .max = 2200, .writer = W::server},
    {.id = 8, .name = "runtime_minutes", .type = T::integer, .merge = M::server, .min = 0, .max = 100'000, .writer = W::server},
    {.id = 9, .name = "genres", .type = T::textSet, .merge = M::server, .max = 50, .maxItems = 50, .pattern = "slug", .writer = W::server},
    {.id = 10, .name = "creators", .type = T::textSet, .merge = M::server, .max = 100, .maxItems = 100, .writer = W::server},
    {.id = 11, .name = "poster", .type = T::hash, .merge = M::server, .writer = W::server},
    {.id = 12, .name = "backdrop", .type = T::hash, .merge = M::server, .writer = W::server},
    {.id = 13, .name = "minimum_age", .type = T::integer, .merge = M::server, .min = 0, .max = 21, .writer = W::server},
    {.id = 14, .name = "seasons", .type = T::integer, .merge = M::server, .min = 0, .max = 1000, .writer = W::server},
    {.id = 15, .name = "episodes", .type = T::integer, .merge = M::server, .min = 0, .max = 100'000, .writer = W::server},
    {.id = 16, .name = "countries", .type = T::textSet, .merge = M::server, .max = 2, .maxItems = 50, .pattern = "country_code", .writer = W::server},
};
inline constexpr Words kSources = {"imdb", "tmdb", "tvdb", "omdb", "trakt", "letterboxd", "wikidata", "rotten_tomatoes", "metacritic"};
inline constexpr Field kExternalIdFields[] = {
    {.id = 1, .name = "title", .type = T::ref, .merge = M::server, .required = true, .target = "titles", .writer = W::server},
    {.id = 2, .name = "source", .type = T::enumeration, .merge = M::server, .required = true, .values = kSources, .writer = W::server},
    {.id = 3, .name = "kind", .type = T::enumeration, .merge = M::server, .required = true, .values = kTitleKinds, .writer = W::server},
    {.id = 4, .name = "external_id", .merge = M::server, .required = true, .max = 100, .pattern = "external_id", .writer = W::server},
};
inline constexpr std::string_view kExternalIdKey[] = {"source", "kind", "external_id"};
inline constexpr Field kTitleRatingFields[] = {
    {.id = 1, .name = "title", .type = T::ref, .merge = M::server, .required = true, .target = "titles", .writer = W::server},
    {.id = 2, .name = "source", .type = T::enumeration, .merge = M::server, .required = true, .values = kSources, .writer = W::server},
    {.id = 3, .name = "score", .type = T::integer, .merge = M::server, .required = true, .min = 0, .max = 100, .writer = W::server},
    {.id = 4, .name = "votes", .type = T::integer, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr std::string_view kTitleRatingKey[] = {"title", "source"};
inline constexpr Words kOfferKinds = {"subscription", "rent", "buy", "free", "ads"};
inline constexpr Field kOfferFields[] = {
    {.id = 1, .name = "title", .type = T::ref, .merge = M::server, .required = true, .target = "titles", .writer = W::server},
    {.id = 2, .name = "provider", .merge = M::server, .required = true, .max = 50, .pattern = "slug", .writer = W::server},
    {.id = 3, .name = "region", .merge = M::server, .required = true, .max = 2, .pattern = "country_code", .writer = W::server},
    {.id = 4, .name = "offer", .type = T::enumeration, .merge = M::server, .required = true, .values = kOfferKinds, .writer = W::server},
    {.id = 5, .name = "url", .merge = M::server, .max = 2048, .pattern = "url", .writer = W::server},
    {.id = 6, .name = "added_at", .type = T::time, .merge = M::server, .min = 0, .max = kSafeMax, .writer = W::server},
};
inline constexpr std::string_view kOfferKey[] = {"title", "provider", "region", "offer"};

inline constexpr Collection kCatalogue[] = {
    {.id = 10, .name = "countries", .scopes = kCatalog, .fields = kCountryFields, .creator = W::server, .key = kCodeKey},
    {.id = 11, .name = "cities", .scopes = kCatalog, .fields = kCityFields, .creator = W::server, .parent = "country", .key = kCityKey},
    {.id = 12, .name = "nationalities", .scopes = kCatalog, .fields = kNationalityFields, .creator = W::server, .key = kCodeKey},
    {.id = 13, .name = "talent_types", .scopes = kCatalog, .fields = kWordFields, .creator = W::server, .key = kCodeKey},
    {.id = 14, .name = "skills", .scopes = kCatalog, .fields = kWordFields, .creator = W::server, .key = kCodeKey},
    {.id = 15, .name = "genres", .scopes = kCatalog, .fields = kWordFields, .creator = W::server, .key = kCodeKey},
    {.id = 20, .name = "titles", .scopes = kCatalog, .fields = kTitleFields, .creator = W::server},
    {.id = 21, .name = "external_ids", .scopes = kCatalog, .fields = kExternalIdFields, .creator = W::server, .parent = "title", .key = kExternalIdKey},
    {.id = 22, .name = "title_ratings", .scopes = kCatalog, .fields = kTitleRatingFields, .creator = W::server, .parent = "title", .key = kTitleRatingKey},
    {.id = 23, .name = "offers", .scopes = kCatalog, .fields = kOfferFields, .creator = W::server, .parent = "title", .key = kOfferKey},
};

}  // namespace foyer::schema::level1
