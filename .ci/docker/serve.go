package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// serve answers `/` with TEXT and `/healthz` with 200 after HEALTHY_AFTER seconds, or never. In DATA, where it is set,
// every start leaves a line in the file `starts`, which `/starts` shows. It finishes open requests when told to stop.
func serve([]string) error {
	healthyAt, err := healthyFrom(os.Getenv("HEALTHY_AFTER"))
	if err != nil {
		return err
	}
	if folder := os.Getenv("DATA"); folder != "" {
		if err := addStart(folder); err != nil {
			return err
		}
	}
	http.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, os.Getenv("TEXT")) })
	http.HandleFunc("/starts", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(os.Getenv("DATA"), "starts"))
	})
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		if healthyAt == nil || time.Now().Before(*healthyAt) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	stopped, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	server := &http.Server{Addr: ":8080"}
	go func() {
		<-stopped.Done()
		_ = server.Shutdown(context.Background())
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

func healthyFrom(after string) (*time.Time, error) {
	if after == "never" {
		return nil, nil
	}
	seconds, err := strconv.Atoi("0" + after)
	at := time.Now().Add(time.Duration(seconds) * time.Second)
	return &at, err
}

func addStart(folder string) error {
	file, err := os.OpenFile(filepath.Join(folder, "starts"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = fmt.Fprintln(file, os.Getenv("TEXT"))
	return err
}

// healthy is the app's own health check, for its image has no shell.
func healthy([]string) error { return answers("http://127.0.0.1:8080/healthz") }

func answers(url string) error {
	answer, err := (&http.Client{Timeout: 2 * time.Second}).Get(url)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, answer.Status)
	}
	return nil
}

// exit CODE: what a one-shot service does.
func exit(args []string) error {
	code, err := strconv.Atoi(args[0])
	if err == nil {
		os.Exit(code)
	}
	return err
}

// cat FILE, for a look inside a container.
func cat(args []string) error {
	file, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(os.Stdout, file)
	return err
}
