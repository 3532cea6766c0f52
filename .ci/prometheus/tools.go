//go:build tools

// Package prometheus names the programs that build compiles, so that go.mod pins them.
package prometheus

import (
	_ "github.com/prometheus/alertmanager/cmd/amtool"
	_ "github.com/prometheus/prometheus/cmd/promtool"
)
