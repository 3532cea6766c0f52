// Enforces NetworkPolicies on the one node of the test cluster, as one nftables table that is replaced whole
// each time. IPv4; connections that are open stay open; what the node itself sends always passes.
package main

import (
	"log"
	"os"
	"os/exec"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

func main() {
	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	factory := informers.NewSharedInformerFactory(kubernetes.NewForConfigOrDie(config), 0)
	pods := factory.Core().V1().Pods()
	namespaces := factory.Core().V1().Namespaces()
	policies := factory.Networking().V1().NetworkPolicies()
	changed := make(chan struct{}, 1)
	notify := func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	for _, informer := range []cache.SharedIndexInformer{pods.Informer(), namespaces.Informer(), policies.Informer()} {
		informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
			AddFunc:    func(any) { notify() },
			UpdateFunc: func(any, any) { notify() },
			DeleteFunc: func(any) { notify() },
		})
	}
	factory.Start(nil)
	factory.WaitForCacheSync(nil)

	applied := ""
	for notify(); ; <-changed {
		state := newState()
		found, _ := namespaces.Lister().List(labels.Everything())
		for _, namespace := range found {
			state.namespaces[namespace.Name] = namespace.Labels
		}
		all, _ := pods.Lister().List(labels.Everything())
		state.addPods(all)
		state.policies, _ = policies.Lister().List(labels.Everything())
		if text := state.table(); text != applied {
			if err := load(text); err != nil {
				log.Print(err)
				time.AfterFunc(time.Second, notify)
			} else {
				applied = text
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func load(text string) error {
	command := exec.Command("nft", "-f", "-")
	command.Stdin = strings.NewReader(text)
	command.Stderr = os.Stderr
	return command.Run()
}
