// Runs a policy pack written for Node, as Pulumi's own language host does and by its own code: the engine tells a
// pack the stack's configuration over gRPC, and the SDK reads it from the environment as it loads. So the proxy takes
// the calls, starts the pack once the configuration is known, and hands everything else on to it.
//
//	usage: policy-proxy PROGRAM ARGUMENT…     prints its port, then what the program prints
//
// Ends with the program, which ends when standard input is closed.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"

	"github.com/pulumi/pulumi/sdk/v3"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	err := serve(ctx, os.Args[1:])
	var ended *exec.ExitError
	switch {
	case ctx.Err() != nil || err == nil:
	case errors.As(err, &ended):
		os.Exit(max(ended.ExitCode(), 1))
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(ctx context.Context, program []string) error {
	proxy, stdout, err := sdk.NewPolicyProxy(ctx, os.Stdout)
	if err != nil {
		return err
	}
	stack, err := proxy.AwaitConfiguration(ctx)
	if err != nil {
		return err
	}
	told, err := environment(stack)
	if err != nil {
		return err
	}
	pack := exec.CommandContext(ctx, program[0], program[1:]...)
	pack.Env = append(os.Environ(), told...)
	pack.Stdout, pack.Stderr = stdout, os.Stderr
	if err := pack.Start(); err != nil {
		return err
	}
	// The proxy may hear that it is to end before the pack is ended.
	defer func() { _ = pack.Process.Kill() }()
	return proxy.Attach(ctx, pack)
}

// The stack's configuration as the SDK reads it; `pulumi policy analyze` tells none.
func environment(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	config, err := json.Marshal(stack.GetConfig())
	return []string{
		"PULUMI_CONFIG=" + string(config),
		"PULUMI_NODEJS_ORGANIZATION=" + stack.GetOrganization(),
		"PULUMI_NODEJS_PROJECT=" + stack.GetProject(),
		"PULUMI_NODEJS_STACK=" + stack.GetStack(),
		"PULUMI_NODEJS_DRY_RUN=" + strconv.FormatBool(stack.GetDryRun()),
	}, err
}
