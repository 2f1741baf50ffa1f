/** Who took a step, as far as the reader may know: the person, the body that they act for, or both. */
export const whoActed = (
  { actorName, bodyName }: { actorName: string | null; bodyName: string | null },
  otherwise: string,
): string => [bodyName, actorName].filter(Boolean).join(' · ') || otherwise
