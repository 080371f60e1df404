/*
 * The peer Hyperscan: counts where three patterns match, in block mode, over blocks cut at line ends.
 *   hyperscan-count FILE BLOCK_BYTES THREADS PATTERN PATTERN PATTERN
 * prints one line of JSON: {"matches":N,"scanSeconds":S}. The whole process is measured from outside; S is the scanning alone.
 */
#include <fcntl.h>
#include <hs/hs.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  const hs_database_t *database;
  const char *bytes;
  size_t from, to, block;
  unsigned long long matches;
} Part;

static int count(unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags, void *context) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long long *)context;
  return 0;
}

static void fail(const char *words) {
  fprintf(stderr, "%s\n", words);
  exit(1);
}

static size_t line_end(const char *bytes, size_t at, size_t size) {
  if (at >= size) return size;
  const char *end = memchr(bytes + at, '\n', size - at);
  return end == NULL ? size : (size_t)(end - bytes) + 1;
}

static void *scan(void *argument) {
  Part *part = argument;
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(part->database, &scratch) != HS_SUCCESS) fail("no scratch");
  for (size_t at = part->from; at < part->to;) {
    size_t end = line_end(part->bytes, at + part->block, part->to);
    if (hs_scan(part->database, part->bytes + at, (unsigned int)(end - at), 0, scratch, count, &part->matches) != HS_SUCCESS) fail("scan failed");
    at = end;
  }
  hs_free_scratch(scratch);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 7) fail("hyperscan-count FILE BLOCK_BYTES THREADS PATTERN PATTERN PATTERN");
  int file = open(argv[1], O_RDONLY);
  struct stat about;
  if (file < 0 || fstat(file, &about) != 0) fail("cannot open the file");
  size_t size = (size_t)about.st_size;
  const char *bytes = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
  if (bytes == MAP_FAILED) fail("cannot map the file");
  madvise((void *)bytes, size, MADV_SEQUENTIAL);
  const char *patterns[3] = {argv[4], argv[5], argv[6]};
  unsigned int flags[3] = {0, 0, 0}, ids[3] = {1, 2, 3};
  hs_database_t *database = NULL;
  hs_compile_error_t *problem = NULL;
  if (hs_compile_multi(patterns, flags, ids, 3, HS_MODE_BLOCK, NULL, &database, &problem) != HS_SUCCESS) fail(problem->message);
  struct timespec begun, ended;
  clock_gettime(CLOCK_MONOTONIC, &begun);
  int threads = atoi(argv[3]);
  if (threads < 1 || threads > 64) fail("THREADS from 1 to 64");
  pthread_t running[64];
  Part parts[64];
  size_t from = 0;
  for (int at = 0; at < threads; at++) {
    size_t to = at == threads - 1 ? size : line_end(bytes, size / (size_t)threads * (size_t)(at + 1), size);
    parts[at] = (Part){database, bytes, from, to, (size_t)strtoul(argv[2], NULL, 10), 0};
    from = to;
    if (pthread_create(&running[at], NULL, scan, &parts[at]) != 0) fail("no thread");
  }
  unsigned long long matches = 0;
  for (int at = 0; at < threads; at++) {
    pthread_join(running[at], NULL);
    matches += parts[at].matches;
  }
  clock_gettime(CLOCK_MONOTONIC, &ended);
  printf("{\"matches\":%llu,\"scanSeconds\":%.6f}\n", matches,
         (double)(ended.tv_sec - begun.tv_sec) + (double)(ended.tv_nsec - begun.tv_nsec) / 1e9);
  return 0;
}
