/** First byte after what this module keeps for itself: the caller lays its bytes from here on. */
export function freeFrom(): usize {
  return __heap_base;
}
