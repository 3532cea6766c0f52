//go:build tools

// Package compose names the program that build compiles, so that go.mod pins it.
package compose

import _ "github.com/docker/compose/v2/cmd"
