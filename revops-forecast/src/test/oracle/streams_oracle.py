#!/usr/bin/env python3
"""First numbers of Simulation.streamFor(seed, id), from the published definitions; the expected values of SimulationTest.

Usage: python3 src/test/oracle/streams_oracle.py

FNV-1a (64 bits), the mix of SplitMix64 (Stafford's thirteenth variant), and the first output of L64X128MixRandom seeded with a
long: Lea's mix of s + x0 with s = 1 and x0 = mix(seed xor 0x6A09E667F3BCC909).
"""
MASK = (1 << 64) - 1


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def lea(z):
    z = ((z ^ (z >> 32)) * 0xDABA0B6EB09322E3) & MASK
    z = ((z ^ (z >> 32)) * 0xDABA0B6EB09322E3) & MASK
    return z ^ (z >> 32)


def fnv(text):
    value = 0xCBF29CE484222325
    for octet in text.encode("utf-8"):
        value = ((value ^ octet) * 0x100000001B3) & MASK
    return value


def first(seed, text):
    own = mix((seed + 0x9E3779B97F4A7C15 * mix(fnv(text))) & MASK)
    number = lea((1 + mix(own ^ 0x6A09E667F3BCC909)) & MASK)
    return number - (1 << 64) if number >> 63 else number


for seed, text in [(42, "deal-1"), (42, "deal-2"), (-1, "\u0130stanbul")]:
    print(seed, text, first(seed, text))
