/** What ends a call early. One signal may end any number of calls. */

interface Watched {
  readonly actions: Set<() => void>;
  readonly listener: () => void;
}

/** A listener for each signal, and not for each call: from the eleventh on, Node would warn of a leak. */
const watchedSignals = new WeakMap<AbortSignal, Watched>();

/** Runs `action` once, when the signal aborts. Returns what makes it forget. */
export function onAbort(signal: AbortSignal | undefined, action: () => void): () => void {
  if (signal === undefined) return () => {};
  const watched = watchedSignals.get(signal) ?? watch(signal);
  watched.actions.add(action);
  return () => {
    watched.actions.delete(action);
    if (watched.actions.size === 0) unwatch(signal, watched);
  };
}

function watch(signal: AbortSignal): Watched {
  const actions = new Set<() => void>();
  const watched = {
    actions,
    listener() {
      unwatch(signal, watched);
      for (const action of actions) action();
    },
  };
  signal.addEventListener("abort", watched.listener);
  watchedSignals.set(signal, watched);
  return watched;
}

/** Does nothing when it has been done. */
function unwatch(signal: AbortSignal, watched: Watched): void {
  if (watchedSignals.get(signal) !== watched) return;
  watchedSignals.delete(signal);
  signal.removeEventListener("abort", watched.listener);
}
