// `#embed` compiles at once and the build sees when a file changes; no copy is made at run time.
#include "CAssets.h"

static const unsigned char jiaxing[] = {
#embed "../../Data/jiaxing-2022-2025.json"
};
static const unsigned char jiaxing_hash[] = {
#embed "../../Data/jiaxing-2022-2025.sha256"
};
static const unsigned char pinyin[] = {
#embed "../../Data/pinyin.txt"
};
static const unsigned char dark[] = {
#embed "../../Themes/dark.json"
};
static const unsigned char light[] = {
#embed "../../Themes/light.json"
};
static const unsigned char mono[] = {
#embed "../../Themes/mono.json"
};
static const unsigned char clear[] = {
#embed "../../Themes/clear.json"
};
static const unsigned char projector[] = {
#embed "../../Themes/projector.json"
};
static const unsigned char projector_dark[] = {
#embed "../../Themes/projector-dark.json"
};

static const struct lianxi_asset assets[] = {
    {"Data/jiaxing-2022-2025.json", jiaxing, sizeof jiaxing},
    {"Data/jiaxing-2022-2025.sha256", jiaxing_hash, sizeof jiaxing_hash},
    {"Data/pinyin.txt", pinyin, sizeof pinyin},
    {"Themes/dark.json", dark, sizeof dark},
    {"Themes/light.json", light, sizeof light},
    {"Themes/clear.json", clear, sizeof clear},
    {"Themes/projector.json", projector, sizeof projector},
    {"Themes/projector-dark.json", projector_dark, sizeof projector_dark},
    {"Themes/mono.json", mono, sizeof mono},
};

size_t lianxi_asset_count(void) { return sizeof assets / sizeof assets[0]; }

struct lianxi_asset lianxi_asset_at(size_t place) { return assets[place]; }
