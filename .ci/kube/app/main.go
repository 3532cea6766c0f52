// The app that the cluster's tests deploy, as one program: a store, its migration, a web front, a worker, and
// the clients that ask them. Its version is the text of /etc/version; version "broken" never becomes healthy.
package main

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

const usage = "store | migrate | web | work | check URL | put URL TEXT | connect HOST:PORT | load URL SECONDS"

func main() {
	commands := map[string]func(args []string) error{
		"store":   func([]string) error { return serve(":5000", storeHandler()) },
		"migrate": func([]string) error { return migrate() },
		"web":     func([]string) error { return serve(":8080", webHandler()) },
		"work":    func([]string) error { return work() },
		"check":   func(args []string) error { return ask("GET", args[0], "") },
		"put":     func(args []string) error { return ask("PUT", args[0], args[1]) },
		"connect": func(args []string) error { return connect(args[0]) },
		"load": func(args []string) error {
			seconds, err := strconv.Atoi(args[1])
			if err != nil {
				return err
			}
			return load(args[0], time.Duration(seconds)*time.Second)
		},
	}
	arguments := append(os.Args[1:], "", "")
	command, found := commands[arguments[0]]
	if !found {
		fail(fmt.Errorf("usage: %s", usage))
	}
	if err := command(arguments[1:]); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func version() string {
	text, _ := os.ReadFile("/etc/version")
	return strings.TrimSpace(string(text))
}

func connect(address string) error {
	connection, err := net.DialTimeout("tcp", address, 2*time.Second)
	if err != nil {
		return err
	}
	return connection.Close()
}
