package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

func password() string {
	text, _ := os.ReadFile(os.Getenv("STORE_PASSWORD_FILE"))
	return strings.TrimSpace(string(text))
}

func storeURL(key string) string { return "http://db:5000/keys/" + key }

func request(method, url, body string) (string, error) {
	return requestBy(&http.Client{Timeout: 5 * time.Second}, method, url, body)
}

func requestBy(client *http.Client, method, url, body string) (string, error) {
	made, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	made.Header.Set("X-Password", password())
	answer, err := client.Do(made)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s: %s: %s", method, url, answer.Status, text)
	}
	return string(text), err
}

func ask(method, url, body string) error {
	text, err := request(method, url, body)
	fmt.Print(text)
	return err
}

// migrate fails at once when the store is not there: waiting is the cluster's business.
func migrate() error {
	time.Sleep(2 * time.Second)
	return ask("PUT", storeURL("schema"), version())
}

// work ends as soon as it cannot find what the migration made.
func work() error {
	for {
		schema, err := request("GET", storeURL("schema"), "")
		if err != nil {
			return err
		}
		if err := ask("PUT", storeURL("work"), "with schema "+schema); err != nil {
			return err
		}
		time.Sleep(time.Second)
	}
}

type report struct {
	Sent     int            `json:"sent"`
	Failed   []string       `json:"failed"`
	Versions map[string]int `json:"versions"`
	sync.Mutex
}

func (r *report) add(text string, err error) {
	r.Lock()
	defer r.Unlock()
	r.Sent++
	if err != nil {
		r.Failed = append(r.Failed, time.Now().Format(time.TimeOnly)+" "+err.Error())
	} else {
		r.Versions[strings.TrimSpace(text)]++
	}
}

// load asks without a pause, half of it by a new connection each time, and prints a report as JSON.
func load(url string, lasting time.Duration) error {
	done := &report{Failed: []string{}, Versions: map[string]int{}}
	end := time.Now().Add(lasting)
	var all sync.WaitGroup
	for number := range 4 {
		client := &http.Client{
			Timeout:   5 * time.Second,
			Transport: &http.Transport{DisableKeepAlives: number%2 == 0},
		}
		all.Go(func() {
			for time.Now().Before(end) {
				done.add(requestBy(client, "GET", url, ""))
				time.Sleep(20 * time.Millisecond)
			}
		})
	}
	all.Wait()
	return json.NewEncoder(os.Stdout).Encode(done)
}
