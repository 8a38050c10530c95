package parser

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

const byteOrderMark = "\uFEFF"

// checkText refuses text that is not what it seems anywhere, comments
// included: invalid UTF-8, control characters, bidirectional controls and
// characters of no width. A byte order mark at the start is harmless.
func (s source) checkText() error {
	start := 0
	if strings.HasPrefix(s.text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	for i := start; i < len(s.text); {
		c := s.text[i]
		if ' ' <= c && c < utf8.RuneSelf-1 || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		at := Span{i, i + size}
		if r == utf8.RuneError && size == 1 {
			return s.errorf(at, "invalid UTF-8: byte 0x%02X", c)
		}
		if kind := hiddenKind(r); kind != "" {
			return s.errorf(at, "U+%04X %s is %s and not allowed", r, runeName(r), kind)
		}
		i += size
	}
	return nil
}

// hiddenKinds are the characters that cannot be seen, with what to call them.
var hiddenKinds = []struct {
	kind string
	set  *unicode.RangeTable
}{
	{"a bidirectional control", unicode.Bidi_Control},
	{"a control character", unicode.Cc},
	{"an invisible character", unicode.Cf},
	{"an invisible character", unicode.Variation_Selector},
	{"an invisible character", unicode.Other_Default_Ignorable_Code_Point},
	{"a line separator", unicode.Zl},
	{"a paragraph separator", unicode.Zp},
	{"a private character", unicode.Co},
	{"a noncharacter", unicode.Noncharacter_Code_Point},
}

func hiddenKind(r rune) string {
	for _, k := range hiddenKinds {
		if unicode.Is(k.set, r) {
			return k.kind
		}
	}
	return ""
}

// allowedInName reports whether a character may stand in a name, as its first
// character or later.
func allowedInName(r rune, first bool) bool {
	switch {
	case r < utf8.RuneSelf:
		return isLetter(byte(r)) || !first && isDigit(byte(r))
	case unicode.IsLetter(r):
		_, disguised := lookalikes()[r]
		return !disguised && !isVariant(r)
	}
	return !first && (isSubscriptDigit(r) || unicode.Is(unicode.M, r))
}

// isVariant reports whether a character is another form of some character,
// such as a fullwidth letter. One that Unicode holds to be the very same
// character, such as the sign for angstrom, is none: it is folded.
func isVariant(r rune) bool {
	s := string(r)
	return !norm.NFKC.IsNormalString(s) && norm.NFC.IsNormalString(s)
}

// refusal tells why a character beyond ASCII that is not allowed in a name
// is refused, and what to write if that is known.
func refusal(r rune) string {
	is := fmt.Sprintf("%q is %s", string(r), runeName(r))
	if spelling, ok := spellings[r]; ok {
		return is + "; write " + spelling
	}
	seems, ok := lookalikes()[r]
	if !ok {
		seems, _ = utf8.DecodeRuneInString(norm.NFKC.String(string(r)))
	}
	switch {
	case seems == r:
		return is + ", which is not part of the language"
	case unicode.IsLetter(r):
		return fmt.Sprintf("%s, which looks like %q", is, string(seems))
	}
	return fmt.Sprintf("%s; write %q", is, string(seems))
}

// runeName returns the Unicode name of a character, such as "LATIN SMALL
// LETTER A".
func runeName(r rune) string {
	if name := runenames.Name(r); name != "" {
		return name
	}
	return fmt.Sprintf("U+%04X", r)
}

func isSubscriptDigit(r rune) bool { return '₀' <= r && r <= '₉' }

// foldName returns the one spelling of a name: composed (NFC), subscript
// digits as digits.
func foldName(text string) string {
	if lengthOf(text, func(c byte) bool { return c < utf8.RuneSelf }) == len(text) {
		return text
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if isSubscriptDigit(r) {
			return r - '₀' + '0'
		}
		return r
	}, text))
}
