type News = { usedAt: number } | { whoIsIn: string | null }

const channel = new BroadcastChannel('keyholder')

/** Tells the other tabs of this browser: they share the session. */
export function notifyOtherTabs(news: News): void {
  channel.postMessage(news)
}

/** Hears what other tabs tell. Gives the way to stop. */
export function hearOtherTabs(hear: (news: News) => void): () => void {
  const read = ({ data }: MessageEvent<News>) => hear(data)
  channel.addEventListener('message', read)
  return () => channel.removeEventListener('message', read)
}
