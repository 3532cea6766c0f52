package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

// serve answers until it is told to stop, and then finishes what it has begun.
func serve(address string, handler http.Handler) error {
	server := &http.Server{Addr: address, Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	stopped, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- server.ListenAndServe() }()
	fmt.Printf("%s listening on %s\n", version(), address)
	select {
	case err := <-ended:
		return err
	case <-stopped.Done():
		return server.Shutdown(context.Background())
	}
}

// storeHandler keeps each key as a file in /data, for those who know the password.
func storeHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthy", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("/keys/{key}", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Password") != password() {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		path := filepath.Join("/data", filepath.Base(r.PathValue("key")))
		if r.Method == http.MethodPut {
			body, err := io.ReadAll(r.Body)
			if err == nil {
				err = os.WriteFile(path, body, 0o600)
			}
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
			}
			return
		}
		text, err := os.ReadFile(path)
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		_, _ = w.Write(text)
	})
	return mux
}

// webHandler says its version, and what the store says.
func webHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthy", func(w http.ResponseWriter, _ *http.Request) {
		if version() == "broken" {
			http.Error(w, "broken", http.StatusServiceUnavailable)
		}
	})
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(20 * time.Millisecond) // there is always a request under way
		fmt.Fprintln(w, version())
	})
	mux.HandleFunc("GET /keys/{key}", func(w http.ResponseWriter, r *http.Request) {
		text, err := request("GET", storeURL(r.PathValue("key")), "")
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, text)
	})
	return mux
}
