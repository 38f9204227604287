import { useState } from "react";
import { Button } from "./Button";

/** Pixels for each unit of the drawing, so that it is sharp on paper. */
const scale = 2;

const loaded = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("the picture did not load"));
    image.src = address;
  });

/** Turns an SVG that the server draws into a .png and hands it over; the drawing itself is one link beside it. */
const download = async (address: string): Promise<void> => {
  const image = await loaded(address);
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the picture is too large");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = "hengce.png";
  link.click();
  URL.revokeObjectURL(link.href);
};

/** Saves a drawing of the server as .png; says so when it fails. Needs script. */
export const PictureButton = ({ svg, label, failed }: { readonly svg: string; readonly label: string; readonly failed: string }) => {
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const save = async () => {
    setState("busy");
    setState(
      await download(svg).then(
        () => "ready" as const,
        () => "failed" as const,
      ),
    );
  };
  return (
    <>
      <Button onClick={() => void save()} aria-busy={state === "busy"}>
        {label}
      </Button>
      <span role="status" className="caption tone-fail">
        {state === "failed" ? failed : null}
      </span>
    </>
  );
};
