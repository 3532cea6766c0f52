// Command towpath-kit is what tests of the Docker path need beside Docker: an app, images without a daemon, load,
// a password file and a certificate, and a stand-in for the proxy. One static program, so that an image is one file.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

var commands = map[string]func([]string) error{
	"serve":       serve,
	"healthy":     healthy,
	"exit":        exit,
	"cat":         cat,
	"get":         get,
	"image":       image,
	"htpasswd":    htpasswd,
	"certificate": certificate,
	"load":        load,
	"proxy":       proxy,
	"ping":        ping,
	"put":         put,
	"same":        same,
}

func main() {
	args := os.Args[1:]
	// The proxy's image calls it by the proxy's own name and commands.
	if filepath.Base(os.Args[0]) == "traefik" {
		args = map[bool][]string{true: {"proxy"}, false: {"ping"}}[len(args) == 0]
	}
	if len(args) == 0 || commands[args[0]] == nil {
		fmt.Fprintf(os.Stderr, "usage: %s COMMAND…\n", os.Args[0])
		os.Exit(2)
	}
	if err := commands[args[0]](args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
