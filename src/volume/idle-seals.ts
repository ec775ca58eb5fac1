/** Records that are not full: each is sealed when no more has come to it for a while. */

export interface IdleSeals {
  /** Has `seal` called after one to two intervals, unless it is withdrawn. Returns what withdraws it. */
  add(seal: () => void): () => void;
  /** Seals them all now, and looks no more. */
  close(): void;
  /** Looks no more, and seals nothing. */
  abandon(): void;
}

/**
 * One timer for all of them: a timer for each record would cost a busy writer more than sealing does.
 * @param onTick called at each interval
 */
export function createIdleSeals(intervalMs: number, onTick: () => void): IdleSeals {
  const seals = new Map<() => void, { fresh: boolean }>();
  const timer = setInterval(() => {
    for (const [seal, state] of [...seals]) {
      if (state.fresh) state.fresh = false;
      else seal();
    }
    onTick();
  }, intervalMs);
  timer.unref();

  return {
    add(seal) {
      seals.set(seal, { fresh: true });
      return () => seals.delete(seal);
    },
    close() {
      clearInterval(timer);
      for (const seal of [...seals.keys()]) seal();
    },
    abandon: () => clearInterval(timer),
  };
}
