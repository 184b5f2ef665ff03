import { levelHints, levels, levelWords } from "@/lib/notifications/level-words";
import type { WatchLevel } from "@/lib/notifications/schema";

type Props = {
  id: string;
  level: WatchLevel;
  className: string;
  /** Without it nothing can be chosen yet. */
  onChoose?: ((level: WatchLevel) => void) | undefined;
};

/** Of what to hear. */
export function LevelSelect({ id, level, className, onChoose }: Props) {
  return (
    <select
      id={id}
      className={className}
      disabled={!onChoose}
      title={levelHints[level]}
      value={level}
      onChange={({ target }) => {
        const chosen = levels.find((one) => one === target.value);
        if (chosen) onChoose?.(chosen);
      }}
    >
      {levels.map((one) => (
        <option key={one} value={one}>
          {levelWords[one]}
        </option>
      ))}
    </select>
  );
}
