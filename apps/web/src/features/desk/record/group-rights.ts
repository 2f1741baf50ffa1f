interface Rights {
  months: number
  firstInsured?: string | null
  gaps?: readonly string[]
}

/** Insurances of which the same is to be said, together: most people have all five with the same months. Order is kept. */
export function groupRights<Insurance extends Rights>(insurances: readonly Insurance[]) {
  const groups = new Map<string, [Insurance, ...Insurance[]]>()
  for (const insurance of insurances) {
    const { months, firstInsured, gaps } = insurance
    const said = JSON.stringify([months, firstInsured ?? null, gaps ?? []])
    const group = groups.get(said)
    if (group) group.push(insurance)
    else groups.set(said, [insurance])
  }
  return [...groups.values()]
}
