//go:build tools

// Package engine names the program that build compiles, so that go.mod pins it.
package engine

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
