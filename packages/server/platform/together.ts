type Waiting<In, Out> = {
  readonly one: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Joins calls: whoever comes while earlier ones are at work is done together with all who wait, in one go. Nobody waits
 * longer for it: alone, a call starts at once. When a go fails each of its calls is tried by itself, so that one's
 * fault is only its own.
 * @param work gives one answer for each, in their order
 * @param atOnce goes at work at the same time
 * @param most calls in one go
 */
export function together<In, Out>(
  work: (list: readonly In[]) => Promise<readonly Out[]>,
  { atOnce, most }: { readonly atOnce: number; readonly most: number },
): (one: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let running = 0;
  let planned = false;

  // After this turn of the event loop, so that those who came with it go along.
  function plan(): void {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      while (running < atOnce && waiting.length > 0) void go(waiting.splice(0, most));
    });
  }

  async function go(list: readonly Waiting<In, Out>[]): Promise<void> {
    running += 1;
    await settle(list);
    running -= 1;
    if (waiting.length > 0) plan();
  }

  async function settle(list: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await work(list.map(({ one }) => one));
      list.forEach(({ resolve }, i) => {
        resolve(outs[i] as Out);
      });
    } catch (error) {
      if (list.length === 1) list[0]?.reject(error);
      else await Promise.all(list.map((each) => settle([each])));
    }
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      plan();
    });
}
