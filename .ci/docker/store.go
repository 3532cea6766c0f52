package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// put FILE [POISON]: takes a file's content from standard input, like a database that reads a dump. It fails after it
// has changed the file when the content has POISON in it.
func put(args []string) error {
	content, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	if err := os.WriteFile(args[0], content, 0o644); err != nil {
		return err
	}
	if len(args) > 1 && bytes.Contains(content, []byte(args[1])) {
		return fmt.Errorf("%s cannot be read", args[1])
	}
	return nil
}

// same FILE [WRONG]: whether a file is what standard input has, and has no WRONG in it.
func same(args []string) error {
	content, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	found, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	if !bytes.Equal(content, found) || len(args) > 1 && bytes.Contains(found, []byte(args[1])) {
		return fmt.Errorf("%s is not as it should be", args[0])
	}
	return nil
}
