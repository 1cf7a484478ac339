/** Tells whether a draft is open in another tab of this browser. Returns what ends that. */
export function otherTabs(draft: string, tell: (there: boolean) => void): () => void {
  const channel = new BroadcastChannel(`desk ${draft}`);
  const others = new Set<string>();
  const own = crypto.randomUUID();
  channel.onmessage = ({ data: { from, says } }: MessageEvent<{ from: string; says: 'here' | 'too' | 'gone' }>) => {
    if (says === 'gone') others.delete(from);
    else others.add(from);
    if (says === 'here') channel.postMessage({ from: own, says: 'too' });
    tell(others.size > 0);
  };
  channel.postMessage({ from: own, says: 'here' });
  const leave = () => channel.postMessage({ from: own, says: 'gone' });
  addEventListener('pagehide', leave);
  return () => {
    leave();
    removeEventListener('pagehide', leave);
    channel.close();
  };
}
