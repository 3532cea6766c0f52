//go:build tools

// Names the program that build compiles, so that go.mod pins it.
package main

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
