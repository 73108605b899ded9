"""Makes the HDF5 files under src/test/resources/foreign that hold the same few things in both forms of the format.

    pip install h5py && python src/test/scripts/foreign_hdf5.py src/test/resources/foreign

hdf5-earliest.h5 is as HDF5 1.6 and Keras write it, hdf5-recent.h5 as HDF5 1.12 may.
The files were made with h5py 3.16.0.
"""
import os
import sys

import h5py
import numpy as np

folder = sys.argv[1]
values = np.array([[0.5, -2, 3], [4, 0.25, -6]])


def compact(group, name, data):
    """An array that stands in the header of its object."""
    layout = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    layout.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple(data.shape)
    array = h5py.h5d.create(group.id, name.encode(), h5py.h5t.NATIVE_FLOAT, space, layout)
    array.write(h5py.h5s.ALL, h5py.h5s.ALL, data)


for form, version in (("earliest", "earliest"), ("recent", ("v112", "v112"))):
    with h5py.File(os.path.join(folder, f"hdf5-{form}.h5"), "w", libver=version) as file:
        numbers = file.create_group("numbers")
        for name, kind in (("half", "<f2"), ("single", "<f4"), ("double", "<f8"), ("turned", ">f4"), ("whole", "<i4")):
            numbers.create_dataset(name, data=values.astype(kind))
        compact(numbers, "compact", values.astype("<f4"))
        layouts = file.create_group("layouts", track_order=True)
        layouts.create_dataset("chunked", data=values.astype("<f4"), chunks=(1, 3))
        layouts.create_dataset("compressed", data=values.astype("<f4"), compression="gzip")
        layouts.create_dataset("plain", data=values.astype("<f4"), track_times=True)
        layouts["soft"] = h5py.SoftLink("/numbers/single")
        words = file.create_group("words")
        words.attrs["fixed"] = np.array([b"one", b"three"], dtype="S5")
        words.attrs["several"] = ["uno", "due", "tre"]
        words.attrs["single"] = "Wörter"
        words.attrs["number"] = 3
        # More than a header has room for at first: the rest stands elsewhere.
        words.attrs["long"] = "x" * 3000
        shared = file.create_group("shared")
        file["type"] = np.dtype("<f4")
        shared.create_dataset("typed", data=values.astype("<f4"), dtype=file["type"])
        many = file.create_group("many")
        for number in range(40):
            many.create_group(f"member{number}")
        crowd = file.create_group("crowd")
        for number in range(12):
            crowd.attrs[f"word{number}"] = str(number)
