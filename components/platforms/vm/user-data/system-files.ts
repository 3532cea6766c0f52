/** Security updates are installed every day; a reboot, which stops the app, is left to the operator. */
const UPGRADES = `APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
APT::Periodic::AutocleanInterval "7";
Unattended-Upgrade::Automatic-Reboot "false";
Unattended-Upgrade::Remove-Unused-Kernel-Packages "true";
`;

const JOURNAL = `[Journal]
Storage=persistent
SystemMaxUse=500M
MaxRetentionSec=30day
`;

/** Amazon's time service, reached inside the VPC without a public address. */
const TIME_SOURCE = "server 169.254.169.123 prefer iburst minpoll 4 maxpoll 4\n";

/** Configuration of the system, by path. */
export const SYSTEM_FILES: Readonly<Record<string, string>> = {
  "/etc/apt/apt.conf.d/52towpath": UPGRADES,
  "/etc/chrony/sources.d/towpath.sources": TIME_SOURCE,
  "/etc/systemd/journald.conf.d/towpath.conf": JOURNAL,
};
