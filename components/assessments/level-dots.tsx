import { verdictWords } from "@/lib/assessments/scale";
import type { AxisStanding } from "@/lib/assessments/standing";
import { nameOf } from "@/lib/discussion/name-of";
import type { Person } from "@/lib/discussion/schema";

type Props = { standing: AxisStanding; people: readonly Person[] };

const levels = ["1", "2", "3", "4"] as const;
const step = 52;
const left = 30;

/** Every verdict as a dot above its level, and the median: never a mean, never the median alone. */
export function LevelDots({ standing, people }: Props) {
  const { judgements, median, axis } = standing;
  const dots = levels.map((level) => judgements.filter((one) => one.verdict === level && !one.isStale));
  const off = judgements.filter((one) => (one.verdict === "U" || one.verdict === "O") && !one.isStale);
  const highest = Math.max(1, off.length, ...dots.map((one) => one.length));
  const ground = 6 + highest * 12;
  const place = (level: number) => left + (level - 1) * step;
  const said = judgements
    .map(({ verdict, assessment }) => `${nameOf(people, assessment.by)}: ${verdictWords[axis][verdict]}`)
    .join(", ");
  const middle = median && (median.low === median.high ? `${median.low}` : `${median.low} to ${median.high}`);
  return (
    <figure className="m-0">
      <svg
        role="img"
        aria-label={`${said}. ${middle ? `Median ${middle}.` : "No median."}`}
        viewBox={`0 0 280 ${ground + 20}`}
        className="w-full max-w-72"
      >
        <line x1={place(1)} x2={place(4)} y1={ground} y2={ground} className="stroke-control" />
        {median && (
          <line
            x1={(place(median.low) + place(median.high)) / 2}
            x2={(place(median.low) + place(median.high)) / 2}
            y1={2}
            y2={ground + 4}
            strokeWidth={2}
            className="stroke-ink"
          />
        )}
        {dots.map((ofLevel, at) => (
          <g key={levels[at]}>
            {ofLevel.map((one, row) => (
              <circle
                key={one.assessment.id}
                cx={place(at + 1)}
                cy={ground - 8 - row * 12}
                r={4.5}
                strokeWidth={1.5}
                className={
                  one.isHollow ? "fill-paper stroke-ink [stroke-dasharray:2_2]" : "fill-ink stroke-ink"
                }
              >
                <title>{nameOf(people, one.assessment.by)}</title>
              </circle>
            ))}
            <text x={place(at + 1)} y={ground + 15} textAnchor="middle" className="fill-muted text-tiny">
              {levels[at]}
            </text>
          </g>
        ))}
        {off.map((one, row) => (
          <text
            key={one.assessment.id}
            x={place(4) + 56}
            y={ground - 4 - row * 12}
            textAnchor="middle"
            className="fill-ink font-semibold text-tiny"
          >
            {one.verdict}
          </text>
        ))}
        {off.length > 0 && (
          <text x={place(4) + 56} y={ground + 15} textAnchor="middle" className="fill-muted text-tiny">
            off the scale
          </text>
        )}
      </svg>
    </figure>
  );
}
