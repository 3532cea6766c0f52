package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// result counts answers by their text, and failures by their reason.
type result struct {
	Requests int            `json:"requests"`
	Answers  map[string]int `json:"answers"`
	Failures map[string]int `json:"failures"`
}

// load URL MILLISECONDS LIMIT: asks URL again and again, and prints what came of it once it is told to stop or has
// asked LIMIT times. Every other request opens a connection of its own. Prints "asking" after the first answer.
func load(args []string) error {
	pause, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	limit, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	stopped, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	clients := []*http.Client{
		{Timeout: 5 * time.Second},
		{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}},
	}
	found := result{Answers: map[string]int{}, Failures: map[string]int{}}
	for tick := time.Tick(time.Duration(pause) * time.Millisecond); found.Requests < limit; found.Requests++ {
		text, err := ask(clients[found.Requests%2], args[0])
		if err != nil {
			found.Failures[err.Error()]++
		} else {
			found.Answers[text]++
		}
		if found.Requests == 0 {
			fmt.Println("asking")
		}
		select {
		case <-stopped.Done():
			found.Requests++
			return json.NewEncoder(os.Stdout).Encode(found)
		case <-tick:
		}
	}
	return json.NewEncoder(os.Stdout).Encode(found)
}

func ask(client *http.Client, url string) (string, error) {
	answer, err := client.Get(url)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s", answer.Status, text)
	}
	return string(text), err
}

// get URL: prints the answer.
func get(args []string) error {
	text, err := ask(&http.Client{Timeout: 5 * time.Second}, args[0])
	fmt.Print(text)
	return err
}
