"""What a worker process may not do: grow without bound, open sockets, start programs."""

from __future__ import annotations

import ctypes
import errno
import platform
import resource
import struct

# Numbers of system calls by machine: socket, connect, execve, execveat, io_uring_setup.
_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 221, 281, 425)),
}
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 22, 38
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06  # BPF
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_MODE_FILTER = 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def bound_memory(size: int) -> None:
    """Let this process hold so many bytes of data (RLIMIT_DATA), and leave no core file when it breaks."""
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (size if most == resource.RLIM_INFINITY else min(size, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def cut_network() -> bool:
    """Make every attempt of this thread, and of threads it starts, to open a socket or run a program fail with EACCES.

    A seccomp filter of the Linux kernel (seccomp(2), mode 2), installed through prctl(2) without any privilege; it
    can't be taken off again. Pipes and files that are open stay usable.

    Returns:
        Whether it holds: False on other systems and machines, or where the kernel refuses; then parsing alone stands
        between a query and the network.
    """
    if platform.system() != "Linux" or platform.machine() not in _CALLS:
        return False
    machine, calls = _CALLS[platform.machine()]
    refuse_at = len(calls)
    lines = [(_LOAD, 0, 0, 4), (_JUMP_IF_EQUAL, 1, 0, machine), (_RETURN, 0, 0, _ALLOW), (_LOAD, 0, 0, 0)]
    lines += [(_JUMP_IF_EQUAL, refuse_at - n, 0, call) for n, call in enumerate(calls)]
    lines += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    packed = b"".join(struct.pack("=HBBI", *line) for line in lines)
    kept = ctypes.create_string_buffer(packed, len(packed))
    program = _Program(len(lines), ctypes.cast(kept, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        and libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0
    )
