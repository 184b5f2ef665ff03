import { Check, X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Outline } from "@/lib/discussion/schema";
import { exampleFor, type Step, steps, stepsTaken } from "@/lib/onboarding/steps";

const names: Record<Step, string> = {
  mark: "Mark something",
  said: "Say who said it",
  judge: "Judge whether it is so",
  reply: "Reply to a colleague",
};

type Props = {
  ref?: Ref<HTMLElement>;
  discussion: Outline;
  userId: string;
  /** The key that marks selected words; none where single letters are switched off. */
  markKey: string | undefined;
  /** Whether this person may import articles and archive them. */
  mayImport: boolean;
  /** Closes them for good. Without it, and without `onShow`, they only stand there until they can. */
  onClose?: () => void;
  onShow?: (passageId: string, by: "keyboard" | "pointer") => void;
};

/** Four things to try in the sample article, each ticked when it has been done. */
export function FirstStepsView({ ref, discussion, userId, markKey, mayImport, onClose, onShow }: Props) {
  const taken = stepsTaken(discussion, userId);
  const next = steps.find((step) => !taken.has(step));
  return (
    <section
      ref={ref}
      aria-label="First steps"
      {...(onClose ? {} : { "data-early": "" })}
      className="border border-hairline border-t-2 border-t-active bg-card px-4 py-3 font-sans text-card"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 className="font-sans font-semibold text-body">
          {next ? "Try it in this sample" : "That is all there is to it"}
        </h2>
        <IconButton
          label="Close the first steps for good"
          {...(onClose ? { onClick: onClose } : {})}
          className="-mt-1.5 -mr-2.5"
        >
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <ol className="mt-1">
        {steps.map((step) => (
          <li key={step} className="flex gap-2.5 py-1">
            <Tick isTaken={taken.has(step)} />
            <div className="min-w-0">
              <p
                className={taken.has(step) ? "text-muted line-through" : step === next ? "font-semibold" : ""}
              >
                {names[step]}
                {taken.has(step) && <span className="sr-only"> (done)</span>}
              </p>
              {step === next && (
                <p className="text-muted">
                  {wayOf(step, markKey)} <Example of={exampleFor(step, discussion)} onShow={onShow} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {!next && (
        <p className="mt-1">
          <a className="link" href={mayImport ? "/articles/new" : "/"}>
            {mayImport ? "Import an article of your own" : "Go on with the articles"}
          </a>
        </p>
      )}
      <p className="mt-2 text-label text-muted">
        The story is invented, and Nora and Yusuf are nobody’s colleagues.
        {mayImport && " Archive it when you are done with it."}
      </p>
    </section>
  );
}

/** What to do, with a mouse and with a finger. */
function wayOf(step: Step, markKey: string | undefined): ReactNode {
  if (step === "said") return "Open a passage, choose “Who said it?” and name the person.";
  if (step === "judge")
    return "Open a passage, choose “Judge” and one of the six answers. You see what colleagues think once you have.";
  if (step === "reply") return "Open a passage with a question and write an answer.";
  return (
    <>
      <span className="pointer-coarse:hidden">
        Drag over some words in the text and {markKey ? <Press of={markKey} /> : "choose Mark."}
      </span>
      <span className="hidden pointer-coarse:inline">
        Hold a finger on some words in the text, then choose Mark.
      </span>
    </>
  );
}

function Press({ of }: { of: string }) {
  return (
    <>
      press{" "}
      <kbd className="rounded-sm border border-hairline bg-sunk px-1 font-mono text-ink text-tiny">{of}</kbd>,
      or choose Mark.
    </>
  );
}

/** Leads to where the next step can be tried. */
function Example({ of, onShow }: { of: string | null; onShow: Props["onShow"] }) {
  if (!of) return null;
  return (
    <button
      type="button"
      // By this name a press is found again that comes before it can be answered.
      aria-label="Show me one"
      className="link"
      {...(onShow ? { onClick: ({ detail }) => onShow(of, detail === 0 ? "keyboard" : "pointer") } : {})}
    >
      Show me one
    </button>
  );
}

function Tick({ isTaken }: { isTaken: boolean }) {
  return (
    <span
      aria-hidden
      className={`mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border ${isTaken ? "border-success bg-success text-paper" : "border-control"}`}
    >
      {isTaken && <Check className="size-3" strokeWidth={3} />}
    </span>
  );
}
