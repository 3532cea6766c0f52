//go:build tools

// Package kubescore names the program that build compiles, so that go.mod pins it.
package kubescore

import _ "github.com/zegl/kube-score/cmd/kube-score"
