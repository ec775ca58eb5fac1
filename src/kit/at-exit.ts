/** What is to be tidied up when this process ends before somebody has had the chance to. */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const cleanUps = new Set<() => void>();

/** Runs `cleanUp`, which cannot wait for anything, when the process exits or a signal ends it. Returns what makes it forget. */
export function atExit(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) listen();
  cleanUps.add(cleanUp);
  return () => {
    if (cleanUps.delete(cleanUp) && cleanUps.size === 0) stopListening();
  };
}

function listen(): void {
  process.on("exit", runAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stopListening(): void {
  process.removeListener("exit", runAll);
  for (const signal of SIGNALS) process.removeListener(signal, onSignal);
}

function runAll(): void {
  for (const cleanUp of cleanUps) cleanUp();
  cleanUps.clear();
}

/** A listener keeps the signal from ending the process; where it is the only one, it does itself what would have been done. */
function onSignal(signal: NodeJS.Signals): void {
  // Whoever else listens decides what the signal means. If it means the end, there will be an exit.
  if (process.listenerCount(signal) > 1) return;
  runAll();
  stopListening();
  process.kill(process.pid, signal);
}
