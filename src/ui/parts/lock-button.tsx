/** Locks what is open, where there is no workplace that does it. */
import Lock from "lucide-solid/icons/lock";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "./button.tsx";

export function LockButton() {
  const app = useApp();
  return (
    <div>
      <Button
        icon={<Lock />}
        onPress={() => {
          app.lock();
        }}
      >
        {t().shell.lock}
      </Button>
    </div>
  );
}
