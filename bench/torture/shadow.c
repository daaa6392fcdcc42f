/* A disk that loses power: for LD_PRELOAD. After each sync that succeeds, the file as it then is goes to SHADOW_DIR, whole or not at all;
   so that folder holds what a disk must still have that forgot all that was never synced. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void keep(int fd) {
	const char *folder = getenv("SHADOW_DIR");
	const char *wanted = getenv("SHADOW_OF");
	char link[64], path[PATH_MAX], draft[PATH_MAX], kept[PATH_MAX], block[65536];
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t length = readlink(link, path, sizeof path - 1);
	if (folder == NULL || wanted == NULL || length < 0) return;
	path[length] = 0;
	const char *name = strrchr(path, '/');
	if (name == NULL || strncmp(name + 1, wanted, strlen(wanted)) != 0) return;
	if (snprintf(draft, sizeof draft, "%s/draft", folder) < 0 || snprintf(kept, sizeof kept, "%s%s", folder, name) < 0) return;
	int source = open(path, O_RDONLY | O_CLOEXEC);
	int copy = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	for (ssize_t count; source >= 0 && copy >= 0 && (count = read(source, block, sizeof block)) > 0;)
		if (write(copy, block, (size_t)count) != count) break;
	/* Closing would drop the locks that this process holds on the file: the source stays open, for the minute that it lives. */
	if (copy >= 0) close(copy);
	rename(draft, kept);
}

int fsync(int fd) {
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
	int result = real(fd);
	if (result == 0) keep(fd);
	return result;
}

int fdatasync(int fd) {
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
	int result = real(fd);
	if (result == 0) keep(fd);
	return result;
}
