package parser

import "sync"

// lookalikes are letters that are drawn like another letter. Letters with a
// compatibility decomposition (fullwidth, mathematical, superscript letters
// and the like) need no row: Unicode itself says what they look like. The
// pairs are from Unicode's confusables.txt (UTS #39), those that most fonts
// draw alike; Greek letters in common use as symbols (nu, rho, chi, …) are
// not among them.
var lookalikes = sync.OnceValue(func() map[rune]rune {
	return pairs(
		// Cyrillic
		"аa", "сc", "ԁd", "еe", "һh", "іi", "јj", "ӏl", "оo", "рp", "ԛq", "ѕs", "ԝw", "хx", "уy", "ү"+"y",
		"АA", "ВB", "СC", "ЕE", "ԌG", "НH", "ІI", "ЈJ", "КK", "ӀI", "МM", "ОO", "РP", "ԚQ", "ЅS", "ТT", "ѴV", "ԜW",
		"ХX", "УY", "ҮY", "ѵv", "гr", "пn",
		// Greek
		"οo", "ϳj", "ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "ͿJ", "ϜF",
		// Armenian
		"օo", "ոn", "սu", "հh", "ցg", "զq", "ՕO", "ՍU", "Լ"+"L",
		// Latin beyond ASCII
		"ɑa", "ɡg", "ıi", "ǀl", "ƅb",
		// Cherokee
		"ᎪA", "ᏴB", "ᏟC", "ᎬE", "ᎻH", "ᎫJ", "ᏦK", "ᏞL", "ᎷM", "ᏢP", "ᏒR", "ᏚS", "ᎢT", "ᏙV", "ᎳW", "ᏃZ",
		// Hebrew and Arabic
		"סo", "וl", "اl", "هo",
	)
})

// pairs maps the first letter of each pair to the second.
func pairs(list ...string) map[rune]rune {
	m := make(map[rune]rune, len(list))
	for _, p := range list {
		letters := []rune(p)
		m[letters[0]] = letters[1]
	}
	return m
}

// spellings tells how to write what mathematical characters mean.
var spellings = map[rune]string{
	'–': `"-"`, '—': `"-"`, '‐': `"-"`, '‑': `"-"`, '﹣': `"-"`, '•': `"*"`, '⊗': `"*"`, '≡': `"=="`,
	'∑': "sum(i, 1, n, x[i])", '∏': "prod(i, 1, n, x[i])",
	'½': "1/2", '¼': "1/4", '¾': "3/4", '⅓': "1/3", '⅔': "2/3",
	'‖': "norm(x)", '∥': "norm(x)", '“': "names without quotes", '”': "names without quotes",
	'′': "A.T for a transposed matrix",
}
