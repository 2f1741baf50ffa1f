-- Totals stand beside the cells they are made of, under `*`: what a page shows is read, not added up. The keys begin with what is
-- asked for by name: an industry (or all), then a district (or all), and the other way round.
ALTER TABLE "statistic_cell" DROP CONSTRAINT "statistic_cell_pkey",
ADD CONSTRAINT "statistic_cell_pkey" PRIMARY KEY ("industry", "district", "period", "insurance");

-- CreateIndex
CREATE INDEX "statistic_cell_district_industry_period_insurance_idx" ON "statistic_cell"("district", "industry", "period", "insurance");

-- What is rolled up already; every roll-up from now on keeps both.
INSERT INTO statistic_cell (period, insurance, industry, district, employers, people, base, charged, settled, written_off)
SELECT period, insurance, COALESCE(industry, '*'), COALESCE(district, '*'), sum(employers), sum(people), sum(base), sum(charged),
  sum(settled), sum(written_off)
FROM statistic_cell
GROUP BY GROUPING SETS ((period, insurance), (period, insurance, industry), (period, insurance, district));
