# Derives Data/pinyin.txt from Unihan_Readings.txt of Debian's package unicode-data:
#   bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | LC_ALL=C awk -f Tests/pinyin.awk > Data/pinyin.txt
# One line a character: the character, then its readings without tones, ü as v: first the usual one of kMandarin, then
# those of kTGHZ2013 (《通用规范汉字字典》), which has every reading of a polyphone. Extension A and what lies beyond the Basic
# Multilingual Plane is kept only where kTGHZ2013 knows it.

BEGIN {
    print "# Characters and their readings, from kTGHZ2013 and kMandarin of Unihan 15.0 (Unicode license). Made by Tests/pinyin.awk."
    marked = "ā1á1ǎ1à1ē2é2ě2è2ê̄2ế2ê̌2ề2ê2ī3í3ǐ3ì3ō4ó4ǒ4ò4ū5ú5ǔ5ù5ü6ǖ6ǘ6ǚ6ǜ6ń7ň7ǹ7ḿ8"
    split("a e i o u v n m", plain, " ")
    while (match(marked, /[0-9]/)) {
        mark[++marks] = substr(marked, 1, RSTART - 1)
        letter[marks] = plain[substr(marked, RSTART, 1)]
        marked = substr(marked, RSTART + 1)
    }
}

function value(hexadecimal,    code, place) {
    for (place = 1; place <= length(hexadecimal); place++) {
        code = code * 16 + index("0123456789ABCDEF", substr(hexadecimal, place, 1)) - 1
    }
    return code
}

function character(code) {
    if (code < 65536) return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
    return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64, 128 + int(code / 64) % 64,
        128 + code % 64)
}

function toneless(reading,    place) {
    for (place = 1; place <= marks; place++) gsub(mark[place], letter[place], reading)
    gsub(/[^a-z]/, "", reading)
    return reading
}

function flush(    code, fields, count, place, reading, seen, line) {
    if (readings != "") {
        count = split(readings, fields, " ")
        for (place = 1; place <= count; place++) {
            reading = toneless(fields[place])
            if (reading != "" && !index(" " line " ", " " reading " ")) line = line (line == "" ? "" : " ") reading
        }
        print character(value(substr(point, 3))) line
    }
    readings = usual = ""
}

$1 != point { flush(); point = $1 }
$2 == "kMandarin" { usual = $3; if (length($1) == 6 && $1 >= "U+4E00" && $1 <= "U+9FFF") readings = usual }
$2 == "kTGHZ2013" {
    readings = usual
    for (place = 3; place <= NF; place++) {
        reading = $place
        sub(/^.*:/, "", reading)
        gsub(/,/, " ", reading)
        readings = readings " " reading
    }
}
END { flush() }
