package main

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"log"
	"maps"
	"net/http"
	"net/http/httputil"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"gopkg.in/yaml.v3"
)

// proxy stands in for Traefik, whose image cannot be had without its registry. It reads the same files at the same
// places and follows them as they change, but knows only what towpath renders: any other key ends it at the start, and
// later keeps what it had. It serves TLS with the certificate that a test puts where Traefik keeps its own, redirects,
// and heeds allowed blocks. What only Traefik can show (ACME, sticky sessions, health checks) it does not.
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
	handler := func(entry string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { current.Load().serve(entry, w, r) })
	}
	if secure, found := static.EntryPoints["websecure"]; found {
		certificate := func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
			pair, err := tls.LoadX509KeyPair("/acme/tls.crt", "/acme/tls.key")
			return &pair, err
		}
		server := &http.Server{
			Addr: secure.Address, Handler: handler("websecure"), TLSConfig: &tls.Config{GetCertificate: certificate},
		}
		go func() { log.Fatal(server.ListenAndServeTLS("", "")) }()
	}
	return http.ListenAndServe(static.EntryPoints["web"].Address, handler("web"))
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
	CertificatesResolvers any `yaml:"certificatesResolvers"`
	Log                   map[string]string
	AccessLog             map[string]string `yaml:"accessLog"`
}

type dynamicConfig struct {
	HTTP struct {
		Routers map[string]struct {
			EntryPoints []string `yaml:"entryPoints"`
			Rule        string
			Service     string
			Middlewares []string
			TLS         any
		}
		Middlewares map[string]middleware
		Services    map[string]struct {
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
	TLS any
}

type middleware struct {
	RedirectScheme *struct {
		Scheme    string
		Permanent bool
	} `yaml:"redirectScheme"`
	IPAllowList *struct {
		SourceRange []netip.Prefix `yaml:"sourceRange"`
	} `yaml:"ipAllowList"`
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
	routes      []route
	servers     map[string][]*httputil.ReverseProxy
	middlewares map[string]middleware
}

type route struct {
	host, prefix, service string
	entries, middlewares  []string
}

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
	found := &routing{servers: map[string][]*httputil.ReverseProxy{}, middlewares: map[string]middleware{}}
	for _, file := range files {
		var config dynamicConfig
		if err := decode(file, &config); err != nil {
			return nil, err
		}
		for _, router := range config.HTTP.Routers {
			one := route{
				prefix: prefixRule.FindStringSubmatch(router.Rule)[1], service: router.Service,
				entries: router.EntryPoints, middlewares: router.Middlewares,
			}
			if host := hostRule.FindStringSubmatch(router.Rule); host != nil {
				one.host = host[1]
			}
			found.routes = append(found.routes, one)
		}
		maps.Copy(found.middlewares, config.HTTP.Middlewares)
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

func (r *routing) serve(entry string, w http.ResponseWriter, request *http.Request) {
	best := -1
	for index, one := range r.routes {
		matches := slices.Contains(one.entries, entry) && (one.host == "" || one.host == request.Host) &&
			strings.HasPrefix(request.URL.Path, one.prefix)
		if matches && (best < 0 || len(one.host+one.prefix) > len(r.routes[best].host+r.routes[best].prefix)) {
			best = index
		}
	}
	if best < 0 {
		http.Error(w, "no route", http.StatusNotFound)
		return
	}
	for _, name := range r.routes[best].middlewares {
		if r.middlewares[name].answers(w, request) {
			return
		}
	}
	servers := r.servers[r.routes[best].service]
	if len(servers) == 0 {
		http.Error(w, "no server", http.StatusServiceUnavailable)
		return
	}
	servers[turn.Add(1)%uint64(len(servers))].ServeHTTP(w, request)
}

// answers says whether the request goes no further.
func (m middleware) answers(w http.ResponseWriter, request *http.Request) bool {
	if m.RedirectScheme != nil {
		http.Redirect(w, request, m.RedirectScheme.Scheme+"://"+request.Host+request.URL.RequestURI(), http.StatusMovedPermanently)
		return true
	}
	if m.IPAllowList == nil {
		return false
	}
	peer, err := netip.ParseAddrPort(request.RemoteAddr)
	allowed := func(block netip.Prefix) bool { return block.Contains(peer.Addr().Unmap()) }
	if err == nil && slices.ContainsFunc(m.IPAllowList.SourceRange, allowed) {
		return false
	}
	http.Error(w, "not from here", http.StatusForbidden)
	return true
}
