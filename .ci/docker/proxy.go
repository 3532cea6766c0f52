package main

import (
	"bytes"
	"fmt"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"time"

	"gopkg.in/yaml.v3"
)

// proxy stands in for Traefik, whose image cannot be had without its registry. It reads the same files at the same
// places and follows them as they change, but knows only what towpath renders for routes on plain HTTP: any other key
// ends it at the start, and later keeps what it had. What only Traefik can show (TLS, sticky sessions) it does not.
func proxy([]string) error {
	var static staticConfig
	if err := decode("/etc/traefik/traefik.yaml", &static); err != nil {
		return err
	}
	routes, err := readRoutes(static.Providers.File.Directory)
	if err != nil {
		return err
	}
	var current atomic.Pointer[routing]
	current.Store(routes)
	go func() {
		for range time.Tick(500 * time.Millisecond) {
			if routes, err := readRoutes(static.Providers.File.Directory); err != nil {
				log.Print(err)
			} else {
				current.Store(routes)
			}
		}
	}()
	go func() {
		log.Fatal(http.ListenAndServe(static.EntryPoints["ping"].Address, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})))
	}()
	handler := func(w http.ResponseWriter, r *http.Request) { current.Load().serve(w, r) }
	return http.ListenAndServe(static.EntryPoints["web"].Address, http.HandlerFunc(handler))
}

// ping is the proxy's own health check.
func ping([]string) error {
	var static staticConfig
	if err := decode("/etc/traefik/traefik.yaml", &static); err != nil {
		return err
	}
	return answers("http://" + static.EntryPoints["ping"].Address + "/ping")
}

type staticConfig struct {
	Global      map[string]bool
	EntryPoints map[string]struct {
		Address   string
		Transport any
	} `yaml:"entryPoints"`
	Ping      map[string]string
	Providers struct {
		ProvidersThrottleDuration string `yaml:"providersThrottleDuration"`
		File                      struct {
			Directory string
			Watch     bool
		}
	}
	Log       map[string]string
	AccessLog map[string]string `yaml:"accessLog"`
}

type dynamicConfig struct {
	HTTP struct {
		Routers map[string]struct {
			EntryPoints []string `yaml:"entryPoints"`
			Rule        string
			Service     string
		}
		Services map[string]struct {
			LoadBalancer struct {
				PassHostHeader   bool   `yaml:"passHostHeader"`
				ServersTransport string `yaml:"serversTransport"`
				HealthCheck      any    `yaml:"healthCheck"`
				Servers          []struct {
					URL string `yaml:"url"`
				}
			} `yaml:"loadBalancer"`
		}
		ServersTransports map[string]any `yaml:"serversTransports"`
	}
}

func decode(path string, into any) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// routing is what the files said when they were last read.
type routing struct {
	routes  []route
	servers map[string][]*httputil.ReverseProxy
}

type route struct{ host, prefix, service string }

var (
	hostRule   = regexp.MustCompile("Host\\(`([^`]*)`\\)")
	prefixRule = regexp.MustCompile("PathPrefix\\(`([^`]*)`\\)")
	turn       atomic.Uint64
)

func readRoutes(folder string) (*routing, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return nil, err
	}
	found := &routing{servers: map[string][]*httputil.ReverseProxy{}}
	for _, file := range files {
		var config dynamicConfig
		if err := decode(file, &config); err != nil {
			return nil, err
		}
		for _, router := range config.HTTP.Routers {
			one := route{prefix: prefixRule.FindStringSubmatch(router.Rule)[1], service: router.Service}
			if host := hostRule.FindStringSubmatch(router.Rule); host != nil {
				one.host = host[1]
			}
			found.routes = append(found.routes, one)
		}
		for name, service := range config.HTTP.Services {
			for _, server := range service.LoadBalancer.Servers {
				address, err := url.Parse(server.URL)
				if err != nil {
					return nil, err
				}
				found.servers[name] = append(found.servers[name], httputil.NewSingleHostReverseProxy(address))
			}
		}
	}
	return found, nil
}

func (r *routing) serve(w http.ResponseWriter, request *http.Request) {
	best := -1
	for index, one := range r.routes {
		matches := (one.host == "" || one.host == request.Host) && strings.HasPrefix(request.URL.Path, one.prefix)
		if matches && (best < 0 || len(one.host+one.prefix) > len(r.routes[best].host+r.routes[best].prefix)) {
			best = index
		}
	}
	if best < 0 {
		http.Error(w, "no route", http.StatusNotFound)
		return
	}
	servers := r.servers[r.routes[best].service]
	if len(servers) == 0 {
		http.Error(w, "no server", http.StatusServiceUnavailable)
		return
	}
	servers[turn.Add(1)%uint64(len(servers))].ServeHTTP(w, request)
}
