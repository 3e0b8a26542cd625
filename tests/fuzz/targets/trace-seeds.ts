/** Whole records of what stays of who left. */

export const traceSeeds = {
  "trace-rules": [{ years: 10 }, { years: 1 }],
  "month-count": [
    {
      month: "2026-03",
      arrivals: {
        visit: { first: 2 },
        sex: { male: 1, female: 1 },
        age: { "18-29": 2 },
        country: { HN: 1, other: 1 },
        situation: { unknown: 2 },
      },
      of: "aaaaaaaabbbbbbbb",
    },
    {
      month: "2025-12",
      arrivals: {
        visit: { again: 1 },
        sex: { unknown: 1 },
        age: { unknown: 1 },
        country: { unknown: 1 },
        situation: { asylum: 1 },
      },
      of: "mfrggzdf",
    },
  ],
  "trace-opening": [
    {
      guest: "aebagbafaydqqcikbmga2dqpca",
      says: "propose",
      reason: "pide que se borre",
      at: "2026-11-22T10:00:00Z",
    },
    {
      guest: "aebagbafaydqqcikbmga2dqpca",
      says: "agree",
      of: "aaaqeayeaudaocajbifqydiob4",
      reason: "pide que se borre",
      at: "2026-11-22T10:05:00Z",
    },
    {
      guest: "aebagbafaydqqcikbmga2dqpca",
      says: "refuse",
      of: "aaaqeayeaudaocajbifqydiob4",
      at: "2026-11-22",
    },
  ],
  trace: [
    {
      name: "José Hernández",
      age: 22,
      country: "HN",
      town: "Yoro",
      leftAt: "2026-03-04T10:00:00Z",
      passed: "no",
      silent: true,
      expiresAt: "2036-03-05",
    },
    { name: "Ana", leftAt: "2026-03", expiresAt: "2036" },
  ],
};
