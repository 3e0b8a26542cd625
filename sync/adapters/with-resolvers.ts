/**
 * `Promise.withResolvers` for platforms that lack it (Node 20, older phones): libp2p calls it, and
 * without it every dial fails with a misleading ECONNRESET. Imported before libp2p, for its effect.
 */

interface Resolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: unknown) => void;
}

function withResolvers<T>(this: PromiseConstructor): Resolvers<T> {
  const made: Partial<Resolvers<T>> = {};
  // The executor runs before the constructor returns, so all three are there.
  made.promise = new this<T>((resolve, reject) => {
    made.resolve = resolve;
    made.reject = reject;
  });
  return made as Resolvers<T>;
}

// The types promise it on every platform; Node 20 does not keep that.
const constructor = Promise as unknown as { withResolvers?: unknown };
constructor.withResolvers ??= withResolvers;
