/** Reads a stream of server-sent events to its end, and hands on each event with its data. */
export async function readEvents<Data>(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hear: (event: string, data: Data) => void,
): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(message) ?? [];
      if (event && data) hear(event, JSON.parse(data));
    }
  }
}
