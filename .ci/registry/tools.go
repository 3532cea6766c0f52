//go:build tools

// Package registry names the program that build compiles, so that go.mod pins it.
package registry

import _ "github.com/distribution/distribution/v3/cmd/registry"
