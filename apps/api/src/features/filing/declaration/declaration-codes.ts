export const declarationKinds = ['ANNUAL_INSPECTION'] as const
