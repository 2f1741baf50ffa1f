/**
 * What all of them came to; or the first failure, once every one has ended. Within a transaction nothing may go on after it has failed:
 * what it then asked of the database would be outside of the transaction, on a connection that is somebody else's.
 */
export async function allEnded<const Parts extends readonly Promise<unknown>[]>(
  parts: Parts,
): Promise<{ -readonly [Place in keyof Parts]: Awaited<Parts[Place]> }> {
  await Promise.allSettled(parts)
  return Promise.all(parts) as Promise<{ -readonly [Place in keyof Parts]: Awaited<Parts[Place]> }>
}
