// Package catalog joins what the packages of gradcmp know of each function of
// the language: its names and domain from expr, its symbolic rule from diff, its
// values and derivatives from eval and autodiff, its definition from parser. It
// prints the result as text, JSON and Markdown.
package catalog
