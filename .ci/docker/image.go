package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// image OUT NAME PATH[=FILE] [VARIABLE=VALUE…]: writes an archive for `docker load` whose one file, at PATH, is FILE
// or this very program, and which runs it. The same input gives the same bytes.
func image(args []string) error {
	out, name, env := args[0], args[1], args[3:]
	path, file, given := strings.Cut(args[2], "=")
	if !given {
		file = "/proc/self/exe"
	}
	program, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	layer, err := archive([]entry{{path[1:], program, 0o755}})
	if err != nil {
		return err
	}
	config, err := json.Marshal(map[string]any{
		"architecture": runtime.GOARCH,
		"os":           "linux",
		"created":      "1970-01-01T00:00:00Z",
		"config":       map[string]any{"Entrypoint": []string{path}, "Env": append([]string{"PATH=/bin"}, env...)},
		"rootfs":       map[string]any{"type": "layers", "diff_ids": []string{digest(layer)}},
	})
	if err != nil {
		return err
	}
	configName := digest(config)[len("sha256:"):] + ".json"
	manifest, err := json.Marshal([]any{
		map[string]any{"Config": configName, "RepoTags": []string{name}, "Layers": []string{"layer.tar"}},
	})
	if err != nil {
		return err
	}
	whole, err := archive([]entry{
		{"manifest.json", manifest, 0o644}, {configName, config, 0o644}, {"layer.tar", layer, 0o644},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(out, whole, 0o644)
}

type entry struct {
	name    string
	content []byte
	mode    int64
}

func archive(entries []entry) ([]byte, error) {
	var buffer bytes.Buffer
	writer := tar.NewWriter(&buffer)
	for _, one := range entries {
		header := &tar.Header{Name: one.name, Mode: one.mode, Size: int64(len(one.content)), Format: tar.FormatGNU}
		if err := writer.WriteHeader(header); err != nil {
			return nil, err
		}
		if _, err := writer.Write(one.content); err != nil {
			return nil, err
		}
	}
	err := writer.Close()
	return buffer.Bytes(), err
}

func digest(content []byte) string { return fmt.Sprintf("sha256:%x", sha256.Sum256(content)) }
