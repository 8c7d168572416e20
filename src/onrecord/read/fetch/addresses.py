"""Which network addresses belong to the public internet, and which never do.

The ranges are those of IANA's special-purpose address registries (RFC 6890 and what
came after), with the one cloud address that serves machines their secrets and lies
outside them. `ipaddress` alone is not asked: what it calls global changed between
versions of Python, and it counts multicast in.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

FORBIDDEN_4 = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by carriers; some clouds keep metadata here
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's host agent, in what looks like public space
        "169.254.0.0/16",  # link-local, metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments, metadata of one cloud
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, withdrawn
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
ASSIGNED_6 = ip_network("2000::/3")  # all unicast space given out so far
FORBIDDEN_6 = tuple(
    ip_network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them: IPv4 inside
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: any IPv4 inside
        "3fff::/20",  # documentation
    )
)
# Networks without IPv4 reach it through this prefix; the address inside counts.
TRANSLATED = ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether this address, in its usual form, is one of the public internet.

    What is no address is not public; neither is an IPv6 address that hides an IPv4
    one, but for the standard translation prefix, whose inner address is judged.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:8.8.8.8")
    (True, False, False)
    """
    try:
        known = ip_address(address)
    except ValueError:
        return False
    if isinstance(known, IPv6Address):
        return _is_public_6(known)
    return not any(known in network for network in FORBIDDEN_4)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None:
        return False
    if address in TRANSLATED:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
        return not any(inner in network for network in FORBIDDEN_4)
    if address not in ASSIGNED_6:
        return False
    return not any(address in network for network in FORBIDDEN_6)
